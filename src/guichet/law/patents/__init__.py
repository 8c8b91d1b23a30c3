"""The law of patents and utility certificates: ``patent.py`` joins the procedure from the modules of this folder."""
