"""How everything looks: the themes, the typeface, small widgets that several windows share.

Nothing here knows a filing.
"""
