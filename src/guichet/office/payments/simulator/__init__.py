"""A payment service provider that can be told to fail: its own process, standard library only, state in one file.

``python -m guichet.office.payments.simulator --port 8020 --state var/payments.sqlite``
"""
