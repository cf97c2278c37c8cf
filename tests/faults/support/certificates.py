"""Certificates, good and bad, made with openssl for one run."""

import pathlib
import ssl
import subprocess

YEARS = "20200101000000Z", "20991231235959Z"

CONFIG = """
[ca]
default_ca = all
[all]
database = {folder}/index.txt
new_certs_dir = {folder}
rand_serial = yes
policy = any
default_md = sha256
unique_subject = no
[any]
commonName = supplied
"""


def openssl(*words):
    done = subprocess.run(["openssl", *map(str, words)], capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"openssl {words[0]}: {done.stderr.decode()}")


class Identity:
    """A key and its certificate, in files."""

    def __init__(self, key, chain):
        self.key, self.chain = key, chain

    def context(self, *, oldest=None, newest=None):
        """For a server. One that may use what is weak or old says up to what."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        # Ours must serve what a client of today must refuse.
        context.set_ciphers("ALL:@SECLEVEL=0")
        if newest:
            context.minimum_version, context.maximum_version = oldest, newest
        context.load_cert_chain(self.chain, self.key)
        return context


class Authority:
    """Issues certificates into `folder`; `certificate` is its own."""

    def __init__(self, folder, name, *, issuer=None, key=("rsa:2048",), extensions=None,
                 times=YEARS):
        self.folder = pathlib.Path(folder) / name.replace(" ", "-")
        self.folder.mkdir(parents=True)
        (self.folder / "index.txt").touch()
        self.config = self.folder / "ca.cnf"
        self.config.write_text(CONFIG.format(folder=self.folder), encoding="ascii")
        self.number = 0
        self.key = self.folder / "ca.key"
        self.certificate = self.folder / "ca.pem"
        extensions = extensions or ("basicConstraints=critical,CA:TRUE",
                                    "keyUsage=critical,keyCertSign,cRLSign")
        if issuer:
            made = issuer.issue(name, key=key, extensions=extensions, times=times)
            self.key, self.certificate = made.key, made.chain
        else:
            self._request(name, key, self.key, self.folder / "ca.csr")
            self._sign(self.folder / "ca.csr", self.certificate, extensions, times,
                       ("-selfsign", "-keyfile", self.key))

    def issue(self, name, *, names="IP:127.0.0.1", key=("rsa:2048",), extensions=(), times=YEARS,
              digest="sha256", chain=(), self_signed=False):
        """An identity for a server; `chain` are certificates that are sent after its own."""
        self.number += 1
        stem = self.folder / f"{self.number}"
        files = [stem.with_suffix(ending) for ending in (".key", ".csr", ".pem")]
        self._request(name, key, *files[:2])
        if not extensions:
            extensions = (f"subjectAltName={names}",) if names else ()
        signer = (("-selfsign", "-keyfile", files[0]) if self_signed else
                  ("-keyfile", self.key, "-cert", self.certificate))
        self._sign(files[1], files[2], extensions, times, signer, digest)
        for other in chain:
            with files[2].open("ab") as whole:
                whole.write(pathlib.Path(other).read_bytes())
        return Identity(files[0], files[2])

    def _request(self, name, key, key_file, request_file):
        openssl("req", "-new", "-nodes", "-newkey", *key, "-keyout", key_file, "-out", request_file,
                "-subj", f"/CN={name}")

    def _sign(self, request, certificate, extensions, times, signer, digest="sha256"):
        lines = self.folder / "extensions.cnf"
        lines.write_text("\n".join(extensions) + "\n", encoding="ascii")
        openssl("ca", "-batch", "-notext", "-config", self.config, "-in", request,
                "-out", certificate, "-startdate", times[0], "-enddate", times[1], "-md", digest,
                "-extfile", lines, *signer)
