"""The information desk: requests with their answers, and the news."""
