"""Documents written as files that everyone can read: PDF/UA and Word, tagged, titled and in their language."""
