"""Book IV, title II: who may call himself an attorney, in which companies, under what controls; and the institute."""
