//! Where things lie on this machine.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The folders that jenjang uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// The data file, backups and installed packs. Precious.
    pub data: PathBuf,
    /// `config.toml` and themes.
    pub config: PathBuf,
    /// The settings file itself.
    pub config_file: PathBuf,
    /// Logs and crash reports; may be deleted at any time.
    pub state: PathBuf,
}

impl Paths {
    /// The folders for this user. `data` and `config_file` override what the system says (flags and environment are the
    /// caller's to read); `None` when there is no home folder and no override.
    pub fn find(data: Option<PathBuf>, config_file: Option<PathBuf>) -> Option<Self> {
        let dirs = ProjectDirs::from("", "", "jenjang");
        let default_state = |data: &PathBuf| data.join("state");
        let data_dir = data.clone().or_else(|| dirs.as_ref().map(|d| d.data_dir().to_path_buf()))?;
        let config_dir = match (&config_file, &data, &dirs) {
            (Some(file), _, _) => file.parent().map(PathBuf::from).unwrap_or_default(),
            // A data folder of one's own is a world of one's own: nothing outside it is read or written.
            (None, Some(data), _) => data.join("config"),
            (None, None, Some(d)) => d.config_dir().to_path_buf(),
            (None, None, None) => return None,
        };
        let state = match (&data, &dirs) {
            (None, Some(d)) => d.state_dir().map_or_else(|| default_state(&data_dir), PathBuf::from),
            _ => default_state(&data_dir),
        };
        let config_file = config_file.unwrap_or_else(|| config_dir.join("config.toml"));
        Some(Paths { data: data_dir, config: config_dir, config_file, state })
    }

    /// Installed packs.
    pub fn packs(&self) -> PathBuf {
        self.data.join("packs")
    }
}
