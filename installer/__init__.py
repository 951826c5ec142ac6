"""Set-up of a fresh machine: everything behind ``python3 installer/bootstrap.py``.

`bootstrap` and `pythons` are written for Python 3.6, so that an older ``python3`` can look for a
newer one and hand over; all the rest runs on that newer one. Standard library only.
"""
