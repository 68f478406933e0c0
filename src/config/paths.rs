//! Where things lie on this machine.

use std::path::PathBuf;

use directories::{BaseDirs, ProjectDirs, UserDirs};

/// The name of the profile that is in use when none is named.
pub const DEFAULT_PROFILE: &str = "default";

/// Whether a word may name a profile: it becomes the name of a folder and of a file on every system.
pub fn is_profile_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    (1..=40).contains(&name.len()) && name.chars().all(fits)
}

/// The folders that jenjang uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// The data file, backups and installed packs. Precious.
    pub data: PathBuf,
    /// `config.toml` and themes.
    pub config: PathBuf,
    /// The settings file itself.
    pub config_file: PathBuf,
    /// The settings file that a profile's own one lies over.
    pub shared_config: Option<PathBuf>,
    /// Logs and crash reports; may be deleted at any time.
    pub state: PathBuf,
    /// Where downloads of this user go; `None` where a data folder of one's own was named.
    pub downloads: Option<PathBuf>,
}

impl Paths {
    /// The folders for this user, or for a profile of theirs: another learner on the same machine, or a world for trying
    /// things, with data, packs and settings of its own (what its settings leave out is taken from the user's). `data` and `config_file` override what the system says (flags and environment are the
    /// caller's to read); `None` when there is no home folder and no override.
    pub fn find(data: Option<PathBuf>, config_file: Option<PathBuf>, profile: Option<&str>) -> Option<Self> {
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
        let named = config_file.is_some();
        let config_file = config_file.unwrap_or_else(|| config_dir.join("config.toml"));
        let downloads = data.is_none().then(|| UserDirs::new()?.download_dir().map(PathBuf::from)).flatten();
        let paths = Paths { data: data_dir, config: config_dir, config_file, shared_config: None, state, downloads };
        Some(match profile.filter(|name| *name != DEFAULT_PROFILE) {
            Some(name) => paths.of_profile(name, named),
            None => paths,
        })
    }

    fn of_profile(self, name: &str, named_config: bool) -> Self {
        let own = |folder: PathBuf| folder.join("profiles").join(name);
        let (config_file, shared_config) = if named_config {
            (self.config_file, None)
        } else {
            (self.config.join("profiles").join(format!("{name}.toml")), Some(self.config_file))
        };
        Paths { data: own(self.data), state: own(self.state), config_file, shared_config, ..self }
    }

    /// Folders beside the data folder that may take a rescue file when its disk is full, the nearest first. What lies outside of jenjang's own
    /// folders is named after the data folder, so that no other data takes it over.
    pub fn rescue(&self) -> Vec<PathBuf> {
        // FNV-1a, 64 bits.
        let data = std::path::absolute(&self.data).unwrap_or_else(|_| self.data.clone());
        let hash = data.as_os_str().as_encoded_bytes().iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let own = format!("jenjang-rescue-{hash:016x}");
        let system = BaseDirs::new();
        // Both belong to this user alone; the first is often on another disk, the second lasts.
        let shared = system.iter().flat_map(|dirs| dirs.runtime_dir().into_iter().chain([dirs.home_dir()]));
        [self.state.clone()].into_iter().chain(shared.map(|dir| dir.join(&own))).collect()
    }

    /// The secret half of the key that this user signs packs with.
    pub fn pack_key(&self) -> PathBuf {
        self.config.join("pack-key")
    }

    /// Installed packs.
    pub fn packs(&self) -> PathBuf {
        self.data.join("packs")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_has_data_and_settings_of_its_own_over_the_shared_ones() {
        let plain = Paths::find(Some("/d".into()), None, None).expect("folders");
        let exam = Paths::find(Some("/d".into()), None, Some("exam")).expect("folders");
        assert_eq!(exam.data, PathBuf::from("/d/profiles/exam"));
        assert_eq!(exam.state, PathBuf::from("/d/state/profiles/exam"));
        assert_eq!(exam.config_file, PathBuf::from("/d/config/profiles/exam.toml"));
        assert_eq!(exam.shared_config, Some(plain.config_file.clone()));
        assert_eq!(exam.config, plain.config, "themes are shared");
        assert_eq!(Paths::find(Some("/d".into()), None, Some("default")), Some(plain));
    }

    #[test]
    fn a_rescue_file_outside_belongs_to_its_data_folder() {
        let of = |data: &str| Paths::find(Some(data.into()), None, None).expect("folders").rescue();
        let (one, other) = (of("/d"), of("/e"));
        assert_eq!(one[0], PathBuf::from("/d/state"));
        assert!(one.iter().all(|dir| !other.contains(dir)), "{one:?} {other:?}");
        assert_eq!(one, of("/d"), "the next start finds it");
    }

    #[test]
    fn a_settings_file_that_is_named_is_the_only_one() {
        let exam = Paths::find(Some("/d".into()), Some("/c/my.toml".into()), Some("exam")).expect("folders");
        assert_eq!((exam.config_file, exam.shared_config), (PathBuf::from("/c/my.toml"), None));
    }

    #[test]
    fn a_profile_s_name_cannot_lead_out_of_its_folder() {
        for name in ["", "..", "a/b", "a\\b", "A", "con.", "a b", &"x".repeat(41)] {
            assert!(!is_profile_name(name), "{name:?}");
        }
        assert!(is_profile_name("exam-2026_b"));
    }
}
