"""Words of computing that look like names to a tagger, in small letters: nobody is called "tcp" or "yaml"."""

_WORDS = frozenset(
    """
    ajax algol algorithm algorithms android ansible apache api apis apt arduino argparse ascii asm
    async asyncio atom awk aws azure babel bash bayes bcrypt bigquery bigtable bootstrap boto boto3 brew
    bytecode c++ cassandra cdn celery centos chmod chown cisco clang clickhouse clojure cmake cobol
    cockroachdb codec codecs compiler compilers conda containerd coroutine coroutines cors cpp cpu cron
    crontab crypto css csv cuda curl cython daemon dart dataframe dataframes deno deque devops dhcp
    dijkstra django dns docker dockerfile drupal duckdb dynamodb ebpf eclipse ecmascript elasticsearch
    elixir elk emacs enum enums erlang eslint etcd ethernet exec express fastapi fastify ffmpeg fibonacci
    filesystem firebase firewall firmware flask flink flutter fork fortran freebsd fstab ftp gcc gcp gdb
    gdpr gedit gentoo getopt ghc gimp git github gitlab glibc gnome gnu go golang goroutine goroutines gpg
    gpu gradle grafana graphql grep groovy grpc gzip hadoop hashmap hashmaps haskell heapsort helm heroku
    hibernate homebrew html htop http https ide imagemagick imap iot ip iptables ipv4 ipv6
    istio java javascript jekyll jenkins jest jinja jira jit jquery json jsonl junit jupyter jvm jwt
    k8s kafka kde keras kernel kibana kotlin kubectl kubernetes lambda lambdas latex ldap less linker
    linkers linux lisp llama llm llms llvm localhost lru lua lxc macos makefile mariadb markdown matlab
    matplotlib memcached mergesort mips mongodb mpi mqtt msvc mutex mutexes mypy mysql namespace nas
    nat neovim netbeans netcat nginx nodejs nosql npm ntfs numpy nuxt nvim oauth objdump ocaml oidc onnx
    oop openapi opencv opengl openssl openvpn oracle orm orms pandas parser parsers pcap pdf perl
    php pickle ping pip pipx plsql plt png podman polars poll posix postfix postgres postgresql postscript
    powershell prolog prometheus protobuf pthread pthreads puppet pwd py pydantic pypi pytest python
    pytorch qemu qsort quic quicksort rabbitmq race racket rails ram raspbian rdbms react readme recursion
    redis redux regex regexes regexp repl rest roblox rpc rpm rsa rss rsync rtsp ruff rust rustc saas
    samba sass scala scikit scikit-learn scipy scp sdk sdks sed selenium semaphore semaphores servlet sftp
    sha256 shader shaders smtp snmp snort soap socket sockets solr spark splunk spring sql sqlite ssd ssh
    ssl stdin stdout struct structs stylus subnet sudo svelte svg svn swagger swift symfony syslog systemd
    tailwind tar tcl tcp tcpdump telnet tensorflow terraform tls tmux tomcat toml torch tox trie tries tty
    typescript ubuntu udev udp ui unix url urls usb utf-8 utf8 uuid uv vagrant valgrind vba verilog vhdl
    vim virtualbox vite vlan vm vms vmware vnc vpn vscode vue wasm webassembly webgl webpack websocket
    websockets wget wifi windows wireguard wireshark wordpress wsl x86 xargs xcode xml xpath yaml yarn yum
    zig zip zsh
    """.split()
)
_BESIDE = frozenset(
    {"faster", "slower", "better", "and", "or", "vs", "the", "a", "an", "in", "using", "with"}
)


def is_computing(said: str) -> bool:
    """Whether it is of such words alone, in small letters; with them may stand what compares them."""
    words = said.split()
    known = [word for word in words if word in _WORDS]
    return bool(known) and all(word in _WORDS or word in _BESIDE for word in words)
