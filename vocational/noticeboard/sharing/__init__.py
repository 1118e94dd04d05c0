"""What leaves the site with an item: feeds, calendars, texts for messages, paper and loudspeaker."""
