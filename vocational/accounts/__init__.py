"""Who works on this site: units, posts, what each may do when, and a record of what they did."""
