//! The thread of a mock: it takes connections, and ends them as badly as it was told to.

use std::error::Error;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::Notify;

use super::Mock;
use super::exchange::{Cut, exchange};
use super::ledger::Ledger;
use super::plan::Plan;
use super::searches::Searches;
use super::settings::Settings;

/// What the thread of the server and the holder of a [`Mock`] share.
#[derive(Debug)]
pub struct State {
    pub settings: Settings,
    pub stop: Notify,
    ledger: Mutex<Ledger>,
    plan: Mutex<Plan>,
    searches: Mutex<Searches>,
}

impl State {
    /// What came in.
    pub fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is to go wrong.
    pub fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was accepted.
    pub fn searches(&self) -> MutexGuard<'_, Searches> {
        self.searches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Listens, and leaves the rest to a thread.
///
/// # Errors
///
/// If the port is taken, or the system has no more threads or descriptors.
pub fn start(settings: Settings) -> std::io::Result<Mock> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, settings.port))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let state = Arc::new(State {
        ledger: Mutex::new(Ledger::new(settings.interval)),
        settings,
        stop: Notify::new(),
        plan: Mutex::default(),
        searches: Mutex::default(),
    });
    let shared = Arc::clone(&state);
    let thread = std::thread::Builder::new().name("mock api".to_owned()).spawn(move || {
        // Connections are tasks of this runtime: they end with it.
        runtime.block_on(async {
            tokio::task::spawn(accept(listener, Arc::clone(&shared)));
            shared.stop.notified().await;
        });
    })?;
    Ok(Mock { state, port, thread: Some(thread) })
}

async fn accept(listener: TcpListener, state: Arc<State>) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        if let Ok((stream, _)) = listener.accept().await {
            tokio::task::spawn(converse(stream, Arc::clone(&state)));
        }
    }
}

/// One connection, with as many exchanges as the client wants, until one of them is to be cut.
async fn converse(stream: TcpStream, state: Arc<State>) {
    let service = service_fn(move |request| exchange(Arc::clone(&state), request));
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let Err(error) = (&mut connection).await else { return };
    let Some(cut) = error.source().and_then(|cause| cause.downcast_ref::<Cut>()) else { return };
    // Failing here means that the client has left, which is as good an end.
    let _ = end(connection.into_parts().io.into_inner(), cut);
}

fn end(stream: TcpStream, cut: &Cut) -> std::io::Result<()> {
    match cut {
        Cut::Close | Cut::Silence => Ok(()),
        Cut::Reset => stream.set_zero_linger(),
        Cut::Bytes(bytes) => {
            let mut stream = stream.into_std()?;
            stream.set_nonblocking(false)?;
            std::io::Write::write_all(&mut stream, bytes)
        }
    }
}
