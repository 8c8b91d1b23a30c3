"""Start the simulator; it prints its address once it listens, and stops on SIGINT or SIGTERM."""

from __future__ import annotations

import argparse
import os
import signal
import threading
from pathlib import Path

from guichet.office.payments.simulator.server import Simulator
from guichet.office.payments.simulator.store import Store


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m guichet.office.payments.simulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="adresse d'écoute")
    parser.add_argument("--port", type=int, default=8020, help="port d'écoute, 0 pour un port libre")
    parser.add_argument("--state", type=Path, default=Path("var/payments.sqlite"), help="fichier de l'état")
    parser.add_argument("--retry-every", type=float, default=20.0, help="secondes entre deux relances des avis dus")
    options = parser.parse_args()
    secret = os.environ.get("PAYMENT_SIMULATOR_SECRET", "only-for-the-simulator")
    simulator = Simulator((options.host, options.port), Store(options.state), secret)
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    threading.Thread(target=simulator.serve_forever, daemon=True).start()
    print(simulator.url, flush=True)
    while not stopping.wait(options.retry_every):
        simulator.deliver()
    simulator.shutdown()


if __name__ == "__main__":
    main()
