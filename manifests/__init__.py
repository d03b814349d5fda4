"""What administrators hand to the platforms: Slack's manifest and the parts of Teams' app package."""
