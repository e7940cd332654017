"""One tab of a browser over the Chrome DevTools protocol: commands out, events in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from websockets.sync.connection import Connection

PATIENCE = 30
"""How long the browser may be silent when an answer is due, in seconds."""


class RefusedError(Exception):
    """The browser refused a command, or the page threw."""


class Tab:
    """A tab and all that it opens.

    Attributes:
        requests: Every address asked for so far, by the page, its frames and workers.
        errors: Every error in the console so far: exceptions, refusals, failed loads.
        loaded: Whether the page has fired its load event.
    """

    def __init__(self, socket: Connection) -> None:
        """Open a tab on the browser at the other end of a socket."""
        self.requests: list[str] = []
        self.errors: list[str] = []
        self._loaded: set[str] = set()
        self._socket = socket
        self._count = 0
        self._session = ""
        tab = self.command("Target.createTarget", url="about:blank")["targetId"]
        attached = self.command("Target.attachToTarget", targetId=tab, flatten=True)
        self._session = attached["sessionId"]
        self._watch(self._session)
        self.command("Page.enable")
        self.command("Page.setLifecycleEventsEnabled", enabled=True)

    def navigate(self, url: str) -> None:
        """Go to an address and wait until it has loaded."""
        answer = self.command("Page.navigate", url=url)
        if refusal := answer.get("errorText"):
            message = f"{url}: {refusal}"
            raise RefusedError(message)
        # Without a loader it was a jump within the page. The load of the page before,
        # told late, is another loader's.
        while "loaderId" in answer and answer["loaderId"] not in self._loaded:
            self._receive()

    def command(self, method: str, **params: object) -> dict[str, Any]:
        """Send any command of the protocol to the tab; return its result.

        Raises:
            RefusedError: The browser refused it.
        """
        number = self._send(method, self._session, params)
        while True:
            answer = self._receive()
            if answer.get("id") == number:
                if "error" in answer:
                    message = f"{method}: {answer['error']['message']}"
                    raise RefusedError(message)
                return dict(answer["result"])

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 whatever JSON the page answers
        """Return the value of a JavaScript expression; a promise is awaited."""
        answer = self.command(
            "Runtime.evaluate",
            expression=expression,
            returnByValue=True,
            awaitPromise=True,
            userGesture=True,
        )
        if wrong := answer.get("exceptionDetails"):
            raise RefusedError(_words(wrong))
        return answer["result"].get("value")

    def _send(self, method: str, session: str, params: Mapping[str, object]) -> int:
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        to = {"sessionId": session} if session else {}
        self._socket.send(json.dumps(message | to))
        return self._count

    def _receive(self) -> dict[str, Any]:
        """Take one message; note it, if it is an event."""
        message: dict[str, Any] = json.loads(self._socket.recv(timeout=PATIENCE))
        params = message.get("params", {})
        match message.get("method"):
            case "Page.lifecycleEvent" if params["name"] == "load":
                self._loaded.add(params["loaderId"])
            case "Network.requestWillBeSent":
                self.requests.append(params["request"]["url"])
            case "Runtime.exceptionThrown":
                self.errors.append(_words(params["exceptionDetails"]))
            case "Log.entryAdded" if params["entry"]["level"] == "error":
                entry = params["entry"]
                self.errors.append(f"{entry['text']} {entry.get('url', '')}".strip())
            case "Runtime.consoleAPICalled" if params["type"] in {"error", "assert"}:
                said = (
                    arg.get("value", arg.get("description")) for arg in params["args"]
                )
                self.errors.append(" ".join(map(str, said)))
            case "Target.attachedToTarget":
                self._watch(params["sessionId"])
        return message

    def _watch(self, session: str) -> None:
        """Hear of a target's requests and errors, and of the targets it opens."""
        for domain in ("Network", "Runtime", "Log"):
            self._send(f"{domain}.enable", session, {})
        attach = {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": True}
        self._send("Target.setAutoAttach", session, attach)
        self._send("Runtime.runIfWaitingForDebugger", session, {})


def _words(details: dict[str, Any]) -> str:
    """Say what was thrown."""
    thrown = details.get("exception", {})
    return str(thrown.get("description") or thrown.get("value") or details["text"])
