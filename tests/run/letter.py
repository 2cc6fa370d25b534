"""A letter, for the tests that read one."""

LETTER = """Dear residents,

From Monday 3 June the lift will be out of service for two weeks. The company works from
eight to five on weekdays only. Mr. Ito keeps all parcels on the ground floor for you.

The cost is covered by the reserve, so the charge stays as it is. Please tell us by Friday
if you expect a removal van.

Kind regards,
Marta
"""
