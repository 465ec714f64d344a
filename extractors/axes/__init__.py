"""Strategic axes and their objectives."""
