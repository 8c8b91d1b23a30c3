"""How people prove who they are: log-in, passwords, second factors, single sign-on, sessions."""
