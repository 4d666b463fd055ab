"""What held on a day: names, members, roles, mandates and decisions, as pure functions of dates."""
