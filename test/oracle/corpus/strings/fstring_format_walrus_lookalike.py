value, width = 1, 2
print(f'{value:=10} {value:=+10} {(value := 3)} {value:{width}} {value!s:=>{width}}')
