"""What exists: people, teams, objectives, check-ins and what is sent about them."""
