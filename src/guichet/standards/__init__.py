"""Rights to and from the standards of WIPO: countries, numbers, codes, XML. Pure."""
