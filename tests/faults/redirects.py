"""Row 6: where an answer may send the fetch program, and what is told to whom on the way."""

from bad_server import BadServer, http
from feed_faults import NEXT, FeedFault, FeedFaults
from suite import table

TOKEN = "open-sesame"
VARIABLE = "BLUELAMP_FAULTS_TOKEN"
WITH_TOKEN = {"token_environment": VARIABLE}


def to(location, code="302 Found"):
    return http(code, b"", f"Location: {location}")


def path_of(head):
    return head.split(b" ", 2)[1].decode("latin-1")


def steps(*locations, code="302 Found"):
    """Redirects to one location after the other, then the second edition; {other} is the other
    host's address, {port} the route's own port."""

    def answer(peer):
        step = int(path_of(peer.head()).partition("?step=")[2] or 0)
        if step == len(locations):
            return peer.send(http("200 OK", NEXT))
        location = locations[step].replace("{port}", str(peer.route.port))
        peer.send(to(location.replace("{other}", f"127.0.0.2:{Redirects.other.port}"), code))

    return answer


def led(name, answer, **more):
    """A redirect that may be followed."""
    return FeedFault(name=name, rows=(6,), answer=answer, outcome="Answered", reads=True,
                     feed=WITH_TOKEN, **more)


def astray(name, answer, detail, outcome="Redirected elsewhere", **more):
    return FeedFault(name=name, rows=(6,), answer=answer, outcome=outcome, detail=detail,
                     **{"feed": WITH_TOKEN, **more})


UNUSABLE = "a redirect to an address that cannot be used"
NOWHERE = "a redirect that does not say where to"
TOO_MANY = "more than 3 redirects"


class Redirects(FeedFaults):
    environment = {VARIABLE: TOKEN}

    @classmethod
    def setUpClass(cls):
        second = BadServer()
        cls.addClassCleanup(second.close)
        # Another address of the loopback network: for a client another host.
        cls.other = second.route(http("200 OK", NEXT), address="127.0.0.2")
        super().setUpClass()

    @table(
        led("301 on the same host", steps("/feed.json?step=1", code="301 Moved Permanently")),
        led("302 on the same host", steps("/feed.json?step=1")),
        led("303 on the same host", steps("/feed.json?step=1", code="303 See Other")),
        led("307 on the same host", steps("/feed.json?step=1", code="307 Temporary Redirect")),
        led("308 on the same host", steps("/feed.json?step=1", code="308 Permanent Redirect")),
        led("relative location", steps("feed.json?step=1")),
        led("location without scheme", steps("//127.0.0.1:{port}/feed.json?step=1")),
        led("three redirects", steps("/a?step=1", "/b?step=2", "/c?step=3")),
    )
    def check_same_host(self, case):
        self.check_fault(case)
        for head in self.routes[case.name][1].requests[:3]:
            self.assertIn(f"\r\nAuthorization: Bearer {TOKEN}\r\n", head)

    @table(
        led("to another host", steps("http://{other}/of-another-host")),
        led("to another host with a password in the address",
            steps("http://me:secret@{other}/with-a-password")),
        led("to another host by way of our own",
            steps("/a?step=1", "http://{other}/by-way-of-our-own")),
    )
    def check_another_host(self, case):
        self.check_fault(case)
        self.assertTrue(self.other.requests)
        for head in self.other.requests:
            self.assertNotIn("authorization", head.lower())
            self.assertNotIn(TOKEN, head)

    @table(
        astray("four redirects", steps("/a?step=1", "/b?step=2", "/c?step=3", "/d?step=4"),
               TOO_MANY),
        astray("loop to itself", steps("/feed.json"), TOO_MANY),
        astray("loop of two", steps("/a?step=1", "/feed.json"), TOO_MANY),
        astray("no location", http("302 Found"), NOWHERE),
        astray("empty location", to(""), NOWHERE),
        astray("absurd port", to("http://127.0.0.1:99999/"), UNUSABLE),
        astray("port 0", to("http://127.0.0.1:0/"), UNUSABLE),
        astray("port that is no number", to("http://127.0.0.1:http/"), UNUSABLE),
        astray("another scheme", to("ftp://127.0.0.1/feed.json"), UNUSABLE),
        astray("a file", to("file:///etc/passwd"), UNUSABLE),
        astray("a script", to("javascript:alert(1)"), UNUSABLE),
        astray("control character in the location", to("http://127.0.0.1/\x01"), UNUSABLE),
        astray("location of 40 kB", to("/" + "a" * 40_000),
               "what answered does not speak HTTP as it should", "Answer is not HTTP"),
        astray("to where nobody listens", to("http://127.0.0.1:9/"),
               "127.0.0.1: Connection refused", "Connection refused"),
        astray("to a host that cannot exist", to("http://no..such.host/"),
               "no..such.host: Name or service not known", "Host not found"),
    )
    def check_astray(self, case):
        self.check_fault(case)
