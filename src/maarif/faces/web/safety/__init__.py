"""What stands between the pages and the rest of the world: hosts, sessions, headers, uploads, log-in."""
