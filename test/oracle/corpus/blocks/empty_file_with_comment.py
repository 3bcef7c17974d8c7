# Nothing is bound here.
