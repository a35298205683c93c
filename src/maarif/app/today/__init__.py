"""Today: at most three gentle suggestions, each with its reason; a week of them; a calendar feed; putting them off."""

from maarif.app.today.suggesting import Week, feed_of, put_off, today, week

__all__ = ["Week", "feed_of", "put_off", "today", "week"]
