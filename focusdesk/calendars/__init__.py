"""Business days: when a filing is due, and which days were passed over to get there.

Two calendars are known. "federal" holds the holidays of the US government, which FINRA has gone by
since 2017 at the latest; "exchange" holds the days on which the New York Stock Exchange was closed,
which NASD went by in 1999. The holidays themselves come from the library `holidays`.
"""
