

def outer(value):   

    first = value    
    
	
    return first


value = 1   
