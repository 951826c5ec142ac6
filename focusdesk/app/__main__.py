"""The way in for ``python -m focusdesk.app``: a picture of the desk."""

import sys

from focusdesk.app.picture import main

if __name__ == "__main__":
    sys.exit(main())
