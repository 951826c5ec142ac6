"""No test needs a screen: Qt draws into memory, said before anything imports it."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("QT_SCALE_FACTOR", None)
