def f():
    try: a
    except* b: c
    try: a
    except *b: c
    try: a
    except*(b, c) as d: d
    except *e.f as g: g; del g
    except* h, i: j
    except *(k): l
    else: m
    finally: n
    try: a
    except b, c: d
    except (e): g
    except h[i]() as j: j
    except (k := l) as o: o
    except k if l else m: pass
    except [x for x in y][0] as z: z
    except: p
    try: a
    except lambda: q: r
    try:
        try: a
        except b as b: b
    except b as c: c
