//! An address where nobody listens.

use std::net::{Ipv4Addr, SocketAddr};

use tokio::net::TcpSocket;

use super::BASE;

/// Holds a port without listening on it, so that every connection is refused and no other test is given the port.
#[derive(Debug)]
pub struct Nobody(TcpSocket);

impl Nobody {
    /// Takes a free port.
    pub fn reserve() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).expect("a free port");
        Self(socket)
    }

    /// The base address that refuses.
    pub fn url(&self) -> String {
        format!("http://{}{BASE}", self.0.local_addr().expect("an address"))
    }
}
