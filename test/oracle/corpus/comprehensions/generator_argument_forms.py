def call(*values, **options):
    return values, options


rows = []
call(row for row in rows)
call((row for row in rows), 1)
call(*(row for row in rows))
call(**{name: name for name in rows})
call(key=[row for row in rows])
call(call)(row for row in rows)
call (row for row in rows)
