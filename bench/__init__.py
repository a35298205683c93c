"""What Maarif is measured by: who is found, how fast mail is taken in, how fast a need is answered."""
