def level_1(a1):
    b1 = a1

    def level_2(a2):
        b2 = a1, b1, a2

        def level_3(a3):
            b3 = a1, a2, b2, a3

            def level_4(a4):
                b4 = a1, b1, a2, b2, a3, b3, a4

                def level_5(a5):
                    nonlocal b3, b1
                    b1 = b3 = a5
                    return lambda b4=b4: [a1 + a5 + b for b in (b1, b2, b3, b4) if b > a4]

                return level_5

            return level_4

        return level_3

    return level_2
