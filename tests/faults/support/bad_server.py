"""A server that says whatever bytes a case wants, well-formed or not, and when it wants.

Each route has a port of its own on 127.0.0.1, chosen by the system, because many faults happen before
a request says where it goes. A route is a list of answers: the first connection gets the first one,
the next the second, and from the last on all get the last.

    server = BadServer()
    route = server.route(http("200 OK", body), lambda peer: peer.reset())
    route.url()                         "http://127.0.0.1:40317/feed.json"

An answer is bytes, sent after the request's head, or a function of the Peer that does everything by
itself. Nothing here judges; what came of it is asked of the board.
"""

import contextlib
import gzip
import json
import socket
import ssl
import struct
import threading

HOLD = 30  # seconds after which a held connection is let go, should nobody end it


class Peer:
    """One connection, on a thread of its own. Once the other side has gone every call returns."""

    def __init__(self, connection, route):
        self.connection = connection
        self.route = route

    def start_tls(self, context):
        self.connection = context.wrap_socket(self.connection, server_side=True)

    def head(self):
        """The request up to its empty line; kept with the route's requests."""
        head = b""
        while b"\r\n\r\n" not in head:
            more = self.connection.recv(65536)
            if not more:
                break
            head += more
        if head:
            self.route.requests.append(head.decode("latin-1"))
        return head

    def send(self, data):
        self.connection.sendall(data)

    def answer(self, data):
        self.head()
        self.send(data)

    def drip(self, data, every=0.02):
        """A byte at a time, for ever."""
        for at in range(1 << 20):
            self.send(data[at % len(data):at % len(data) + 1])
            if self.route.server.stopped.wait(every):
                return

    def flood(self, data, most=1 << 30):
        """As much as the other side takes, up to `most` bytes."""
        for _ in range(0, most, len(data)):
            self.send(data)

    def hold(self):
        """Silence until the other side leaves."""
        with contextlib.suppress(OSError):
            while self.connection.recv(65536):
                pass

    def reset(self):
        """RST instead of FIN."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


class Route:
    def __init__(self, server, listener, answers):
        self.server = server
        self.listener = listener
        self.answers = list(answers)
        self.port = listener.getsockname()[1]
        self.connections = 0
        self.requests = []  # heads, as text
        self.callers = []  # what server.on_connection returned for each connection
        self.full = False
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.after_first = None  # called with the route when its first connection is over

    def url(self, path="/feed.json", *, host="127.0.0.1", scheme="http"):
        return f"{scheme}://{host}:{self.port}{path}"

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            if self.full:
                self.server.keep(connection)
                return
            answer = self.answers[min(self.connections, len(self.answers) - 1)]
            self.connections += 1
            self.callers.append(self.server.on_connection())
            threading.Thread(target=self._talk, args=(connection, answer), daemon=True).start()

    def _talk(self, connection, answer):
        connection.settimeout(HOLD)
        peer = Peer(connection, self)
        self.server.keep(connection)
        # The other side may leave at any moment: that is what it should do with most of these.
        with contextlib.suppress(OSError, ssl.SSLError, ValueError):
            if callable(answer):
                answer(peer)
            else:
                peer.answer(answer)
            # Whatever was said must arrive before the end does.
            peer.connection.shutdown(socket.SHUT_WR)
            peer.hold()
        peer.connection.close()
        if self.after_first:
            turn, self.after_first = self.after_first, None
            turn(self)

    def stop_listening(self):
        """From now on a connection is refused."""
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def stop_accepting(self):
        """From now on a connection is never completed: the queue of the listener is full."""
        self.full = True
        self._fill()  # the last one that is accepted
        self.thread.join()
        self.listener.listen(0)
        for _ in range(4):
            self._fill()

    def _fill(self):
        filler = socket.socket()
        self.server.keep(filler)
        filler.setblocking(False)
        filler.connect_ex(("127.0.0.1", self.port))


class BadServer:
    def __init__(self, on_connection=lambda: None):
        """`on_connection` is called at each connection; what it returns is kept with the route."""
        self.on_connection = on_connection
        self.stopped = threading.Event()
        self.routes = []
        self._kept = []
        self._lock = threading.Lock()

    def keep(self, connection):
        with self._lock:
            self._kept.append(connection)

    def route(self, *answers, port=0, address="127.0.0.1"):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, port))
        listener.listen(64)
        route = Route(self, listener, answers)
        self.routes.append(route)
        route.thread.start()
        return route

    def close(self):
        self.stopped.set()
        for route in self.routes:
            route.stop_listening()
        with self._lock:
            for connection in self._kept:
                connection.close()


def http(status, body=b"", *headers, version="1.1", length=True):
    """A whole answer that closes; `headers` are lines without their ends."""
    lines = [f"HTTP/{version} {status}", *headers]
    if length:
        lines.append(f"Content-Length: {len(body)}")
    lines.append("Connection: close")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def bytes_of(document):
    return json.dumps(document).encode("utf-8")


def chunked(*chunks, end=b"0\r\n\r\n"):
    """The body of an answer with Transfer-Encoding: chunked."""
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + end


def gzipped(data):
    return gzip.compress(data, mtime=0)


def drip(before, data):
    """An answer that begins as it should and then goes on a byte at a time."""

    def answer(peer):
        peer.head()
        peer.send(before)
        peer.drip(data)

    return answer


def flood(before, data):
    def answer(peer):
        peer.head()
        peer.send(before)
        peer.flood(data)

    return answer


def cut(data):
    """Sent, then the connection is closed, whatever was promised."""

    def answer(peer):
        peer.head()
        peer.send(data)

    return answer


def reset_after(data):
    def answer(peer):
        peer.head()
        peer.send(data)
        peer.reset()

    return answer
