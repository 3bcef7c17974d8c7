def a():
    x = y = z = 0
    def b():
        nonlocal x
        def c():
            nonlocal x, y
            class D:
                nonlocal x
                x = 1
                def e(self):
                    nonlocal x, y, z
                    x, y, z = z, x, y
                    del x
                    def f():
                        global x
                        x = 1
                        def g(): return x, y
                        lambda: x
                        class H:
                            print(x)
                            x = 2
                            def i(self): return x
            [x := y for y in z]
            with x as y, y as [z, *x]: pass
            for x in y: pass
            import x
            from q import y as x
            def x(): nonlocal y
            class y: nonlocal x
            try: pass
            except x as y: y
            match x:
                case x, *y: pass
            x += 1
