"""What this machine lacks, said as sentences before anything can abort.

Qt dies with a C++ abort (exit status 134) when a system library or the screen is missing, and
Python cannot catch that. So the launcher asks `obstacle.desk_obstacle` before it imports Qt,
``focusdesk doctor`` prints `examination.doctor_report`, and the set-up program installs what
`libraries.missing_libraries` names. Standard library only; Qt itself is never imported here.
"""
