import os

path = (os.
path.
        join)
value = (path
    .strip()
.split
    ())
