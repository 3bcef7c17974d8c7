import http


class Status:
    OK = 200


def describe(code):
    match code:
        case Status.OK | http.HTTPStatus.CREATED:
            return Status
        case http.client.OK as client:
            return client
