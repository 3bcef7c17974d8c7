def T[T](value: T) -> T:
    return T


class C[C](list[C]):
    value: C


type A[A] = list[A]
