"""What an industrial-property right is: value objects, events, lifecycle tables and their fold. Pure."""
