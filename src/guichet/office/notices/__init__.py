"""Official letters, proof of service, replies, the inbox."""
