def gather(tasks):
    try:
        for task in tasks:
            task()
    except* ValueError as values:
        collected = values.exceptions
    except* (TypeError, OSError) as others:
        collected = others.exceptions
    else:
        collected = ()
    return collected
