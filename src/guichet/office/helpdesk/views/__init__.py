"""Pages of the information desk: a person's requests, the agents' desk, the news."""
