"""The office's commands: run, prepare, migrate, rebuild, and the processes that ``run`` supervises.

Any application of the office may add its own in a ``cli`` module with ``register(subparsers)``.
"""
