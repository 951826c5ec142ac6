"""focusdesk: the desk program for SEC Form X-17A-5, the FOCUS Report, Part II."""

__version__ = "0.1.0"
