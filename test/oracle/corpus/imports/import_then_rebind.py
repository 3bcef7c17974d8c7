import json

json = json.loads
del json
import json.decoder
